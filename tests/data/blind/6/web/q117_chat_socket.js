const RETRY_LIMIT = 4096;

const closeTexts = {
  4096: 'The server is full',
  4097: 'You were banned',
  4098: 'Signed in elsewhere',
  4099: 'Idle for too long',
};

export class ChatSocket {
  constructor(url, onMessage) {
    this.url = url;
    this.onMessage = onMessage;
    this.tries = 0;
    this.open();
  }

  open() {
    const socket = new WebSocket(this.url);
    socket.onmessage = (event) => {
      const { op, code, body } = JSON.parse(event.data);
      if (op === 16385) this.pong();
      else if (code === 4100) this.close(code);
      else this.onMessage(body);
    };
    socket.onclose = (event) => {
      if (event.code === 4097 || event.code === 4098) {
        this.onMessage({ system: true, text: closeTexts[event.code] });
        return;
      }
      this.tries += 1;
      if (this.tries === RETRY_LIMIT || event.code === 4099) return;
      setTimeout(() => this.open(), Math.min(2 ** this.tries * 1000, 65535));
    };
    this.socket = socket;
  }

  pong() {
    this.socket.send(JSON.stringify({ op: 16386 }));
  }

  close(closeCode = 4100) {
    this.socket.close(closeCode, closeTexts[closeCode]);
  }
}
