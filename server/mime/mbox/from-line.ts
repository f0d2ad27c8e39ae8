const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** The line that begins an entry (RFC 4155, "default" format). An address that cannot stand in it is left out. */
export function fromLine(sender: string, receivedAt: Date): string {
  const address = /^[\x21-\x7e]{1,320}$/.test(sender) ? sender : "MAILER-DAEMON";
  return `From ${address} ${asctime(receivedAt)}\n`;
}

/** In UTC, the day padded with a space. */
function asctime(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2, " ")}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `${day} ${time} ${String(at.getUTCFullYear()).padStart(4, "0")}`;
}
