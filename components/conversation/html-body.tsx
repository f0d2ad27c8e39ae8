"use client";

import { ImageOff, Moon, Sun } from "lucide-react";
import { useState } from "react";
import type { Message } from "#lib/contracts/message";
import { cn } from "#lib/cn";
import { messageBodyUrl } from "#lib/query/messages";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { QuoteToggle } from "./quote-toggle.tsx";
import { usePaper } from "./use-paper.ts";
import { useFrame } from "./use-frame.ts";

export type HtmlBodyProps = { message: Message; remoteImageCount: number; followsTheme: boolean };

/**
 * A mail's own HTML in a frame that runs no scripts, sends no forms and leads nowhere by itself; as tall as what it holds. A newsletter is drawn
 * on white in the dark theme too, for that is what its sender drew it on; plain mail follows the theme.
 */
export function HtmlBody({ message, remoteImageCount, followsTheme }: HtmlBodyProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const [showsImages, setShowsImages] = useState(false);
  const paper = usePaper(message.from.address, followsTheme);
  const { height, hasQuote, showsQuote, setShowsQuote, handleLoad } = useFrame();
  return (
    <div>
      {remoteImageCount > 0 && !showsImages && (
        <div className="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-md bg-hover px-3 py-1.5 text-xs text-ink-2">
          <ImageOff aria-hidden className="size-3.5! text-ink-3" />
          <span className="min-w-0 grow basis-52 text-pretty">{words.remoteImages(remoteImageCount)}</span>
          <Button size="sm" className="ml-auto" onClick={() => setShowsImages(true)}>
            {words.showImages}
          </Button>
        </div>
      )}
      <iframe
        src={messageBodyUrl(message.id, { showsImages, isDark: paper.isDark })}
        title={words.bodyTitle(nameOf(strings, message.from))}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        onLoad={handleLoad}
        style={{ height }}
        className={cn(
          "block w-full",
          // On a phone a newsletter has nearly the whole width of the card: it brings margins of its own.
          !followsTheme && "max-pair:-mx-2.5 max-pair:w-[calc(100%+1.25rem)]",
          paper.isDarkTheme && (paper.isDark ? "scheme-dark" : "bg-paper scheme-light"),
          paper.isDarkTheme &&
            !paper.isDark &&
            (followsTheme ? "rounded-md px-3 py-2" : "pair:rounded-md pair:px-3 pair:py-2"),
        )}
      />
      <div className="flex items-center gap-3">
        {hasQuote && <QuoteToggle isOpen={showsQuote} onToggle={() => setShowsQuote(!showsQuote)} />}
        {paper.isDarkTheme && (
          <IconButton
            size="sm"
            icon={paper.isDark ? Sun : Moon}
            label={paper.isDark ? words.onLight : words.onDark}
            onClick={paper.toggle}
            className="mt-1.5 -mr-2 ml-auto"
          />
        )}
      </div>
    </div>
  );
}
