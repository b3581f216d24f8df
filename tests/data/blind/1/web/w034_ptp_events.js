'use strict';
const usb = require('usb');

// PTP over USB: event codes and operations of a camera
const EVENTS = {
  CancelTransaction: 0x4001,
  ObjectAdded: 0x4002,
  ObjectRemoved: 0x4003,
  StoreAdded: 0x4004,
  StoreRemoved: 0x4005,
  DevicePropChanged: 0x4006
};

const OPERATIONS = { GetDeviceInfo: 0x1001, OpenSession: 0x1002, CloseSession: 0x1003, GetStorageIDs: 0x1004 };

function onInterrupt(data) {
  const event = data.readUInt16LE(6);
  if (event === EVENTS.ObjectAdded) return { handle: data.readUInt32LE(12) };
  if (event === 0x400d) return { done: true };
  return null;
}

module.exports = { OPERATIONS, onInterrupt, list: () => usb.getDeviceList() };
