import { InboxPage, type InboxPageProps } from "../inbox-page";

export default function ConversationPage(props: InboxPageProps) {
  return <InboxPage {...props} />;
}
