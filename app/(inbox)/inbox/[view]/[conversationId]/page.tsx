import { WithPanes } from "@/components/inbox/with-panes";
import { AllWords } from "@/components/language/all-words";
import { InboxPage, type InboxPageProps } from "../inbox-page";

/** What an open conversation says, and its panes, come with it: who reads it already need not wait for its buttons. */
export default function ConversationPage(props: InboxPageProps) {
  return (
    <AllWords>
      <WithPanes>
        <InboxPage {...props} />
      </WithPanes>
    </AllWords>
  );
}
