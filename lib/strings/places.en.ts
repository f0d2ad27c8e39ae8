export const placesEn = {
  markAllSeen: "Mark all as seen",
  nothingUnseen: "Everything here has been seen.",
  search: "Search in it",
  copyLink: "Copy link",
  openInTab: "Open in a new tab",
};
