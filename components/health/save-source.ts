import { fetchFile } from "#lib/query/fetch-file";

/** Saves the source of a message that could not be read. It is never shown: nobody knows what is in it. */
export async function saveSource(folderId: number, uid: number): Promise<void> {
  const url = URL.createObjectURL(await fetchFile(`/api/folders/${folderId}/quarantine/${uid}/source`));
  const link = document.createElement("a");
  link.href = url;
  link.download = `unreadable-${uid}.eml`;
  link.click();
  URL.revokeObjectURL(url);
}
