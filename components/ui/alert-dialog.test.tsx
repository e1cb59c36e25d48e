import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ConfirmDialog } from "./alert-dialog.tsx";

afterEach(cleanup);

function Confirm({ onConfirm, typed }: { onConfirm: () => Promise<void>; typed?: string }) {
  const [open, setOpen] = useState(true);
  return (
    <ConfirmDialog
      confirmLabel="Delete"
      danger
      description="It can't be undone."
      onConfirm={onConfirm}
      onOpenChange={setOpen}
      open={open}
      title="Delete the project?"
      typeToConfirm={typed}
    />
  );
}

describe("ConfirmDialog", () => {
  test("stays open while the work runs, runs it once, and closes when it is done", async () => {
    const work = Promise.withResolvers<void>();
    const confirm = vi.fn(() => work.promise);
    render(<Confirm onConfirm={confirm} />);
    const button = screen.getByRole("button", { name: "Delete" });
    fireEvent.click(button);
    await waitFor(() => expect(button.getAttribute("aria-busy")).toBe("true"));
    fireEvent.click(button);
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("alertdialog")).toBeTruthy();
    work.resolve();
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("says why it failed and stays open for another try", async () => {
    render(<Confirm onConfirm={() => Promise.reject(new Error("You must be an owner."))} />);
    fireEvent.click(screen.getByRole("button", { name: "Delete" }));
    expect(await screen.findByText("You must be an owner.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Delete" }).getAttribute("aria-busy")).toBeNull();
  });

  test("what can't be undone needs its name typed first", () => {
    const confirm = vi.fn(() => Promise.resolve());
    render(<Confirm onConfirm={confirm} typed="GSM8K" />);
    expect(screen.getByRole("button", { name: "Delete" }).hasAttribute("disabled")).toBe(true);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "GSM8K" } });
    expect(screen.getByRole("button", { name: "Delete" }).hasAttribute("disabled")).toBe(false);
  });
});
