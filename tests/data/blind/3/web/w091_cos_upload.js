import COS from 'cos-js-sdk-v5';

const cos = new COS({
  getAuthorization(options, callback) {
    fetch('/sts').then((r) => r.json()).then((data) => callback(data.credentials));
  },
  ChunkSize: 4096 * 256,
  Timeout: 5000,
});

export function upload(file, onProgress) {
  return new Promise((resolve, reject) => {
    cos.uploadFile(
      { Bucket: 'rec-1250000000', Region: 'ap-guangzhou', Key: file.name, Body: file, SliceSize: 5000, onProgress },
      (err, data) => {
        if (err && err.statusCode === 403) reject(new Error('sts'));
        else if (err && err.code === 5400) reject(new Error('server'));
        else resolve(data);
      },
    );
  });
}
