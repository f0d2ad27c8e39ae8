import { createServer } from "node:net";
import { expect, test } from "./fixtures.ts";
import { App } from "./support/app.ts";
import { freePort } from "./support/free-port.ts";
import { ada, agentPassword, tom } from "./support/people.ts";

test("the printed link makes the first admin, once", async ({ app, openDesk }) => {
  const desk = await openDesk(ada, app);
  await desk.page.goto(app.setupLink);
  await desk.setup.sayWho(ada);
  await expect(desk.page).toHaveURL("/setup/inbox");
  await desk.inbox.goTo();
  await expect(desk.inbox.agentMenu).toContainText(ada.name);

  const latecomer = await openDesk(tom, app);
  await latecomer.page.goto(app.setupLink);
  await expect(latecomer.page.getByRole("heading", { name: "Postroom is set up already" })).toBeVisible();
});

test("an invited agent accepts the link, and signs in with it from then on", async ({ app, admin, openDesk }) => {
  await admin.agents.goTo();
  const link = await admin.agents.invite(tom);
  const desk = await openDesk(tom, app);
  await desk.page.goto(link);
  await expect(desk.page.getByText(tom.address)).toBeVisible();
  await desk.signIn.accept(agentPassword);
  await expect(desk.inbox.agentMenu).toContainText(tom.name);

  await desk.inbox.signOut();
  await expect(desk.page).toHaveURL(/\/sign-in/);
  await desk.signIn.signIn(tom.address, agentPassword);
  await expect(desk.inbox.agentMenu).toContainText(tom.name);
  await admin.page.reload();
  await expect(admin.agents.agent(tom)).toBeVisible();
});

test("a wrong password says so and lets nobody in", async ({ app, admin, openDesk }) => {
  const desk = await openDesk(admin.person, app);
  await desk.signIn.goTo();
  await desk.signIn.signIn(ada.address, "not the password at all");
  await expect(desk.signIn.problem).toContainText("do not match");
  await desk.page.goto("/inbox/open");
  await expect(desk.page).toHaveURL(/\/sign-in/);
});

test("signing out ends the session, not only the page", async ({ admin }) => {
  await admin.inbox.goTo();
  const cookies = await admin.context.cookies();
  await admin.inbox.signOut();
  await expect(admin.page).toHaveURL(/\/sign-in/);
  // A cookie that somebody kept is worth nothing any more.
  await admin.context.addCookies(cookies);
  await admin.page.goto("/inbox/open");
  await expect(admin.page).toHaveURL(/\/sign-in/);
});

test("a deactivated agent's open page is signed out at once", async ({ admin, colleague }) => {
  await colleague.inbox.goTo();
  await admin.agents.goTo();
  await admin.agents.deactivate(tom);
  await expect(colleague.page).toHaveURL(/\/sign-in/);
  await colleague.signIn.signIn(tom.address, agentPassword);
  await expect(colleague.signIn.problem).toContainText("an admin has closed this account");
});

test("a server whose port is taken says so and ends", async () => {
  const port = await freePort();
  const other = createServer((socket) => socket.destroy()).listen(port, "127.0.0.1");
  const app = new App({ isBuilt: true });
  app.url = `http://localhost:${port}`;
  await expect(app.start()).rejects.toThrow(`Port ${port} is in use already.`);
  await app.dispose();
  other.close();
});
