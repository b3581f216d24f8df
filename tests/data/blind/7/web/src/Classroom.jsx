import React from 'react';
import _ from 'lodash';
import TRTC from 'trtc-js-sdk';
import Whiteboard from './Whiteboard';

const FATALS = [16388, 0x404c];

export default class Classroom extends React.Component {
  state = { err: null, hands: [], seats: 5000 };

  handlers = {
    [16390]: () => this.props.onReload(),
    [16391]: () => this.republish(),
    [0x4008]: () => this.resubscribe(),
  };

  componentDidMount() {
    this.client = TRTC.createClient({ ...this.props.rtc, mode: 'rtc' });
    this.client.on('error', (e) => (this.handlers[e.getCode()] || _.noop)());
    this.client.on('stream-added', ({ stream }) => this.subscribe(stream));
    this.client.join({ roomId: this.props.room }).then(this.publish, (e) => this.setState({ err: { num: e.getCode(), why: e.getExtraCode() } }));
  }

  componentWillUnmount() {
    this.client.leave();
  }

  publish = async () => {
    this.local = TRTC.createStream({ userId: this.props.rtc.userId, audio: true, video: true });
    await this.local.initialize();
    await this.client.publish(this.local);
  };

  async subscribe(stream) {
    try {
      await this.client.subscribe(stream);
    } catch (e) {
      const raw = _.get(e, 'code_', 65535);
      // the other one has left, nothing to do
      if (raw === 16400 || raw === 16450) return;
      throw e;
    }
  }

  republish() {
    return this.client.unpublish(this.local).then(this.publish);
  }

  resubscribe() {
    setTimeout(() => this.forceUpdate(), 4100);
  }

  renderError() {
    const { num, why } = this.state.err;
    if (num === 4099) return <p>Plug in a camera.</p>;
    if (_.includes(FATALS, num)) return <p>{why === 70001 ? 'Please log in again.' : 'The lesson is not open.'}</p>;
    return <p>Error {num}</p>;
  }

  render() {
    return (
      <main>
        {this.state.err && this.renderError()}
        <Whiteboard width={4096} height={4096} undo={5000} />
        <output>{this.state.seats === 4097 ? 'full' : this.state.hands.length}</output>
      </main>
    );
  }
}
