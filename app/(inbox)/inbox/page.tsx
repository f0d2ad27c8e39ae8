import { redirect } from "next/navigation";

export default function InboxIndexPage() {
  redirect("/inbox/open");
}
