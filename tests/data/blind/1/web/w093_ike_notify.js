// RFC 7296, 3.10.1: notify message types
const STATUS_TYPES = {
  16384: 'INITIAL_CONTACT',
  16385: 'SET_WINDOW_SIZE',
  16386: 'ADDITIONAL_TS_POSSIBLE',
  16387: 'IPCOMP_SUPPORTED',
  16388: 'NAT_DETECTION_SOURCE_IP',
  16389: 'NAT_DETECTION_DESTINATION_IP',
  16390: 'COOKIE',
  16391: 'USE_TRANSPORT_MODE',
  16392: 'HTTP_CERT_LOOKUP_SUPPORTED'
};

function natPayloads(notifies) {
  return notifies.filter(n => n.notifyType === 16388 || n.notifyType === 16389);
}

module.exports = {
  natPayloads,
  typeName: t => STATUS_TYPES[t] || 'UNKNOWN'
};
