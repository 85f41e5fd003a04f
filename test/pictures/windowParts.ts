// The window's parts set to the sizes that pictures are taken in: a narrow sidebar and what stands in it.
import type { Workbench } from "../e2e/support/workbench";

/** Draws the sidebar's edge to a width in CSS pixels, as a learner does with the mouse. */
export async function narrowSidebar({ page }: Workbench, width: number): Promise<void> {
  const sidebar = page.locator(".part.sidebar");
  const box = await sidebar.boundingBox();
  if (box === null) throw new Error("The sidebar is not open.");
  const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(edge, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + width, middle, { steps: 6 });
  await page.mouse.up();
  await page.waitForTimeout(300);
}
