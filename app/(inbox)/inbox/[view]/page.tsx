import { InboxPage, type InboxPageProps } from "./inbox-page";

export default function ViewPage(props: InboxPageProps) {
  return <InboxPage {...props} />;
}
