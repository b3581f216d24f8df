import { Client } from 'trtc-js-sdk';

export class MixService {
  static readonly START_ERROR_CODE = 0x4047;
  static readonly STOP_ERROR_CODE = 0x4048;

  constructor(private readonly client: Client) {}

  async start(config: any) {
    try {
      await this.client.startMixTranscode(config);
    } catch (e: any) {
      if (e.getCode() === MixService.START_ERROR_CODE) return false;
      throw e;
    }
    return true;
  }

  async stop() {
    try {
      await this.client.stopMixTranscode();
    } catch (e: any) {
      if (e.getCode() !== MixService.STOP_ERROR_CODE) throw e;
    }
  }
}
