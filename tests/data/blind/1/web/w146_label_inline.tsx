import React from 'react';
import { RemoteStream } from 'trtc-js-sdk';

interface Props {
  stream: RemoteStream;
  onBlocked(): void;
}

export class StreamView extends React.Component<Props> {
  private box = React.createRef<HTMLDivElement>();

  componentDidMount() {
    this.props.stream.play(this.box.current!).catch((e: any) => {
      const errorCode = e.getCode();
      if (errorCode === 0x4043 /* DEVICE_AUTO_RECOVER_FAILED */) {
        this.props.onBlocked();
      } else if (errorCode === 0x404b /* not PLAY_NOT_ALLOWED, so no dialog */) {
        this.forceUpdate();
      }
    });
  }

  render() {
    return <div className="stream" ref={this.box} style={{ maxWidth: 4096 }} />;
  }
}
