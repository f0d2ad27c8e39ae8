/** What lies in the archive, for whoever opens it years from now. */
export const readMe = `Mail exported by Postroom.

manifest.jsonl    One line of JSON for each mail: its file (and, in an mbox, where it begins and how
                  long it is), account, folder with its role, flags, keywords, Gmail's labels, the
                  time it was received (milliseconds since 1970) and the SHA-256 of its source.
not-exported.txt  Mails that could not be had, with folder, UID, reason and subject. Only there when
                  something is missing.

*.mbox            A file for each folder (mboxrd). Each mail begins with a "From " line and a few lines
                  of ours: X-Postroom-Mail says how many they are ("lines", itself included), how the
                  mail's lines end ("eol": crlf, written here as LF, or raw), whether it ends with a
                  line break ("end") and when it was received. Without these lines, with one ">" taken
                  from each line that matches "^>+From ", without the empty line at the end, and with
                  CRLF for each LF where eol=crlf, it is the mail as the server had it, byte for byte.
Maildir/          Maildir++: flags are in the names, keywords in dovecot-keywords, the time received is
                  the time of the file. Files are the mails as the server had them.
*.eml             A file for each mail, as the server had it.
`;
