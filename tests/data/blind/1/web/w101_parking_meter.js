const faults = {
  16385: 'coin jam',
  16386: 'bill jam',
  16387: 'printer out of paper',
  16388: 'door open',
  16400: 'no mains'
};

export function faultText(word) {
  return faults[word] || `fault ${word}`;
}

export function needsTechnician(word) {
  return word !== 16387;
}
