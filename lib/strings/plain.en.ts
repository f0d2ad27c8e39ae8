/** Mail that is text only. */
export const plainEn = { name: "Plain text", lost: "The formatting is gone." };
