type TagTable = Record<number, string>;

export const rationalTags: TagTable = {
  0x1000: 'RelatedImageFileFormat',
  0x1001: 'RelatedImageWidth',
  0x1002: 'RelatedImageHeight',
  0x4746: 'Rating',
  0x4749: 'RatingPercent',
};

// Canon maker notes
export const canonTags: TagTable = {
  0x4001: 'ColorData',
  0x4002: 'CRWParam',
  0x4003: 'ColorInfo',
  0x4008: 'PictureStyleUserDef',
  0x4010: 'CustomPictureStyleFileName',
};

export const isColor = (tag: number) => tag === 0x4001 || tag === 0x4003;
