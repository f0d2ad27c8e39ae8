/** The element of the suggestion that the search field says it means. */
export const suggestionId = (listId: string, index: number) => `${listId}-${index}`;
