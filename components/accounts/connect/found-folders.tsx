import type { Verification } from "#lib/contracts/account";
import { useStrings } from "../../language/use-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { SettingsSection } from "../../settings/settings-section.tsx";
import { Table, TableCell, TableHead, TableRow } from "../../ui/table.tsx";
import { byRole, roleIcons, sourceWords } from "../folder-words.ts";

/** The proof that it works: what lies on the server, and what Postroom takes it for. */
export function FoundFolders({ folders }: { folders: Verification["folders"] }) {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  if (folders.length === 0) return null;
  return (
    <SettingsSection title={words.foundFolders(folders.length)} text={words.foldersText}>
      <section
        // It scrolls, so the keyboard has to get there.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={strings.accounts.foldersTitle}
        className="max-h-72 overflow-y-auto rounded-lg"
      >
        <Table>
          <thead>
            <tr>
              <TableHead>{words.columns.path}</TableHead>
              <TableHead>{words.columns.role}</TableHead>
              <TableHead className="max-pair:hidden">{words.columns.source}</TableHead>
              <TableHead className="text-right">{words.columns.mails}</TableHead>
            </tr>
          </thead>
          <tbody>
            {folders.toSorted(byRole).map((folder) => {
              const Icon = roleIcons[folder.role];
              return (
                <TableRow key={folder.path}>
                  <TableCell className="break-words">{folder.path}</TableCell>
                  <TableCell>
                    <span className="flex items-center gap-1.5">
                      <Icon aria-hidden className="size-3.5! text-ink-3" />
                      {strings.inbox.roles[folder.role]}
                    </span>
                  </TableCell>
                  <TableCell className="max-pair:hidden">{sourceWords(strings, folder)}</TableCell>
                  <TableCell className="text-right">{formatCount(strings, folder.messageCount)}</TableCell>
                </TableRow>
              );
            })}
          </tbody>
        </Table>
      </section>
    </SettingsSection>
  );
}
