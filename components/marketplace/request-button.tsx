"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const load = () => import("./request-dialog").then((file) => file.RequestDialog);
const RequestDialog = dynamic(load, { ssr: false });

/** Where the catalog lacks something: opens the form, with `name` filled in. */
export function RequestButton({ name = "" }: { name?: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)} onFocus={() => void load()} onPointerEnter={() => void load()}>
        Request a connector
      </Button>
      {isOpen ? <RequestDialog name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
