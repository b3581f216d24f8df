import { EventEmitter } from 'events';

export const JOIN_ROOM = 'JOIN_ROOM';
export const CLIENT_BANNED = 'CLIENT_BANNED';

export const reducer = (state = { banned: false, room: 5000 }, action) => {
  switch (action.type) {
    case JOIN_ROOM:
      return { ...state, room: action.room };
    case CLIENT_BANNED:
      return { ...state, banned: true };
    default:
      return state;
  }
};

export const bus = new EventEmitter();
bus.setMaxListeners(4096);
