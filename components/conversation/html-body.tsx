"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";
import type { Message } from "#lib/contracts/message";
import { messageBodyUrl } from "#lib/query/messages";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { QuoteToggle } from "./quote-toggle.tsx";
import { useFrame } from "./use-frame.ts";

export type HtmlBodyProps = { message: Message; remoteImageCount: number };

/**
 * A mail's own HTML in a frame that runs no scripts, sends no forms and leads nowhere by itself; as tall as what it holds. It is drawn on
 * white, light or dark, for that is what its sender drew it on.
 */
export function HtmlBody({ message, remoteImageCount }: HtmlBodyProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const [showsImages, setShowsImages] = useState(false);
  const { height, hasQuote, showsQuote, setShowsQuote, handleLoad } = useFrame();
  return (
    <div>
      {remoteImageCount > 0 && !showsImages && (
        <div className="mb-2.5 flex items-center gap-2 rounded-md bg-hover px-3 py-1.5 text-xs text-ink-2">
          <ImageOff aria-hidden className="size-3.5! text-ink-3" />
          <span className="min-w-0 grow">{words.remoteImages(remoteImageCount)}</span>
          <Button size="sm" onClick={() => setShowsImages(true)}>
            {words.showImages}
          </Button>
        </div>
      )}
      <iframe
        src={messageBodyUrl(message.id, showsImages)}
        title={words.bodyTitle(nameOf(strings, message.from))}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        onLoad={handleLoad}
        style={{ height }}
        className="block w-full rounded-md bg-paper in-data-[theme=dark]:px-3 in-data-[theme=dark]:py-2"
      />
      {hasQuote && <QuoteToggle isOpen={showsQuote} onToggle={() => setShowsQuote(!showsQuote)} />}
    </div>
  );
}
