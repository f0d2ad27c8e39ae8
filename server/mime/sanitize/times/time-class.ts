/** A time that means one instant has it, which stands in its `datetime`. */
export const timeClass = "postroom-time";
