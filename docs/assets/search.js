// What is typed into the search box is mended on its way to Material's search worker:
// - The segmenter never looks at the last character of a run of Chinese, so the last word would
//   be lost: the character is doubled, and the segmenter drops the copy.
// - A minus before a number or an option would exclude it: it is left out, as in the index.
const QUERY = 2;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.type === QUERY && typeof message.data === "string") {
    const data = message.data
      .replace(/(\p{Script=Han})(?!\p{Script=Han})/gu, (last) => last + last)
      .replace(/(^|\s)-+(?=\w)/g, "$1");
    message = { ...message, data };
  }
  return post.call(this, message, ...rest);
};
