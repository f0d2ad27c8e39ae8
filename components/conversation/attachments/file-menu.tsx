"use client";

import { Download, Eye, Link } from "lucide-react";
import type { Attachment } from "#lib/contracts/message";
import { useCopyHref } from "../../inbox/use-copy-link.ts";
import { useStrings } from "../../language/use-strings.ts";
import { MenuActs } from "../../ui/menu-acts.tsx";
import { PointMenu, type PointMenuProps } from "../../ui/point-menu.tsx";

export type FileMenuProps = Omit<PointMenuProps, "children"> & { file: Attachment; onLook: () => void };

/** What can be done with a file of a mail. */
export function FileMenu({ file, onLook, ...where }: FileMenuProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const copyHref = useCopyHref();
  const href = `/api/attachments/${file.id}`;
  return (
    <PointMenu {...where}>
      <MenuActs
        groups={[
          [
            { id: "look", icon: <Eye aria-hidden />, label: words.lookAt, run: onLook },
            { id: "save", icon: <Download aria-hidden />, label: words.save, run: () => save(href, file.filename) },
          ],
          [{ id: "copy-link", icon: <Link aria-hidden />, label: words.copyLink, run: () => copyHref(href) }],
        ]}
      />
    </PointMenu>
  );
}

function save(href: string, name: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}
