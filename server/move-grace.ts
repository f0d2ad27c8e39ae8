/**
 * How long what has left its folder may take to be seen where it went, in milliseconds: sync keeps it out of sight until then, and what is
 * wished for it waits. What has not been found elsewhere by then is gone, whatever the server said.
 */
export const moveGraceMs = 3 * 60_000;
