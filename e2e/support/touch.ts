/** One finger, as the browser itself would tell of it. */
import { expect, type Locator, type Page } from "@playwright/test";

export async function swipe(page: Page, on: Locator, distance: number): Promise<void> {
  const finger = await touchDown(page, on);
  for (let step = 1; step <= 8; step++) await finger.moveBy((distance * step) / 8);
  await finger.lift();
}

/** Rests until what it asks for is there. */
export async function longPress(page: Page, on: Locator, asked: Locator): Promise<void> {
  const finger = await touchDown(page, on);
  await expect(asked).toBeVisible();
  await finger.lift();
  await expect(asked).toBeVisible();
}

async function touchDown(page: Page, on: Locator) {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error("It is not in sight.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = await page.context().newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  return {
    moveBy: (distance: number) =>
      touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x + distance, y }] }),
    lift: async () => {
      await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await touch.detach();
    },
  };
}
