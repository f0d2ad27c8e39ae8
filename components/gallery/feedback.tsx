"use client";

import { Inbox } from "lucide-react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Progress } from "../ui/progress.tsx";
import { Resizer } from "../ui/resizer.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Table, TableCell, TableHead, TableRow } from "../ui/table.tsx";
import { Sample } from "./sample.tsx";

const range = { min: 320, initial: 560, max: 640 };

export type FeedbackProps = { width: number; onWidth: (width: number) => void };

export function Feedback({ width, onWidth }: FeedbackProps) {
  return (
    <>
      <Sample name="Banner">
        <Banner className="w-full">Mail is on its way.</Banner>
        <Banner tone="warn" className="w-full" action={<Button size="sm">Look</Button>}>
          One remote image was not loaded.
        </Banner>
        <Banner tone="bad" className="w-full">
          The list could not be read.
        </Banner>
      </Sample>
      <Sample name="Progress: known, not known yet">
        <Progress label="Mail of Support" done={40} total={100} />
        <Progress label="Mail of Sales" done={0} total={0} />
      </Sample>
      <Sample name="Skeleton">
        <Skeleton className="w-1/3" />
        <Skeleton className="w-2/3" />
      </Sample>
      <Sample name="Table">
        <div className="w-full">
          <Table>
            <thead>
              <tr>
                <TableHead>Folder</TableHead>
                <TableHead>Mails</TableHead>
              </tr>
            </thead>
            <tbody>
              <TableRow>
                <TableCell>INBOX</TableCell>
                <TableCell>12,431</TableCell>
              </TableRow>
            </tbody>
          </Table>
        </div>
      </Sample>
      <Sample name="Empty state">
        <Card className="w-full">
          <EmptyState
            icon={Inbox}
            title="All done"
            text="New mail from every account arrives here."
            action={<Button>Connect an account</Button>}
          />
        </Card>
      </Sample>
      <Sample name="Resizer: the edge of this pane">
        <div className="relative h-10 w-full rounded-md border border-line">
          <Resizer label="Width of the samples" width={width} range={range} onWidth={onWidth} className="-right-1" />
        </div>
      </Sample>
    </>
  );
}
