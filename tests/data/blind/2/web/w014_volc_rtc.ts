import VERTC, { IRTCEngine, onUserJoinedEvent } from '@volcengine/rtc';

export class VolcRoom {
  private engine: IRTCEngine;
  private users: string[] = [];

  constructor(appId: string) {
    this.engine = VERTC.createEngine(appId);
    this.engine.on(VERTC.events.onError, (event: { errorCode: any }) => {
      if (event.errorCode === 5000) this.leave();
    });
    this.engine.on(VERTC.events.onUserJoined, (e: onUserJoinedEvent) => {
      this.users.push(e.userInfo.userId);
    });
    this.engine.setVideoEncoderConfig({ width: 1280, height: 720, frameRate: 15, maxKbps: 5000 });
  }

  join(token: string, roomId: string, userId: string) {
    return this.engine.joinRoom(token, roomId, { userId }, { isAutoPublish: true });
  }

  leave() {
    return this.engine.leaveRoom();
  }
}
