"use client";

import * as RadixDialog from "@radix-ui/react-dialog";
import { Command } from "cmdk";
import { CornerDownLeft, Keyboard, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { findPaletteItems } from "./find-palette-items";
import { navItems } from "./nav-items";
import { showOverlay } from "./overlay";
import type { PaletteItem } from "./palette-item";

type CommandPaletteProps = {
  loadItems: (() => Promise<readonly PaletteItem[]>) | undefined;
  onClose: () => void;
};

/** One field that finds pages, connectors, connections and things to do. */
export function CommandPalette({ loadItems, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const loaded = useLoaded(loadItems);
  const returnFocus = useReturnFocus();
  const groups = useMemo(
    () => findPaletteItems([...ownItems(), ...(loaded.items ?? [])], query),
    [loaded.items, query],
  );

  const choose = (item: PaletteItem) => {
    onClose();
    if (item.href === undefined) item.onSelect();
    else router.push(item.href);
  };

  return (
    <RadixDialog.Root onOpenChange={onClose} open>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <RadixDialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[min(26rem,60dvh)] max-w-[36rem] animate-float-in flex-col overflow-hidden rounded-xl bg-surface-overlay shadow-float sm:top-[14dvh]"
        >
          <RadixDialog.Title className="sr-only">Search or do anything</RadixDialog.Title>
          <Command className="flex min-h-0 flex-1 flex-col" label="Search" loop shouldFilter={false}>
            <div className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
              <Search aria-hidden className="shrink-0 text-faint" size={16} />
              <Command.Input
                className="h-full min-w-0 flex-1 bg-transparent text-base outline-none pointer-coarse:text-lg"
                onValueChange={setQuery}
                placeholder="Search or do anything"
                value={query}
              />
              {loaded.isLoading ? <Spinner className="text-faint" size={14} /> : <Kbd keys="Esc" />}
            </div>
            <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
              {loaded.isFailed ? (
                <p className="px-2.5 py-2 text-danger text-sm" role="alert">
                  Connections and connectors could not be loaded. Close this and open it again.
                </p>
              ) : null}
              <Command.Empty className="px-2.5 py-8 text-center text-muted">
                {loaded.isLoading ? "Looking…" : `Nothing matches “${query}”.`}
              </Command.Empty>
              {groups.map(({ heading, items }) => (
                <Command.Group
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
                  heading={heading}
                  key={heading}
                >
                  {items.map((item) => (
                    <PaletteRow item={item} key={item.id} onSelect={() => choose(item)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

function PaletteRow({ item, onSelect }: { item: PaletteItem; onSelect: () => void }) {
  return (
    <Command.Item
      className="group/item flex h-9 cursor-default select-none items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover pointer-coarse:h-11"
      onSelect={onSelect}
      value={item.id}
    >
      <span className="grid size-6 shrink-0 place-items-center text-muted">{item.icon}</span>
      <span className="truncate">{item.label}</span>
      {item.detail ? <span className="min-w-0 truncate text-faint text-sm">{item.detail}</span> : null}
      <span className="ml-auto shrink-0 pl-2">
        {item.keys ? (
          <Kbd keys={item.keys} />
        ) : (
          <CornerDownLeft
            aria-hidden
            className="hidden text-faint group-data-[selected=true]/item:block"
            size={14}
          />
        )}
      </span>
    </Command.Item>
  );
}

function ownItems(): PaletteItem[] {
  const pages = Object.values(navItems).map(({ href, label, icon: Icon, keys }) => ({
    id: `page:${href}`,
    group: "Pages",
    label,
    href,
    keys,
    icon: <Icon aria-hidden size={16} />,
  }));
  const shortcuts: PaletteItem = {
    id: "action:shortcuts",
    group: "Help",
    label: "Keyboard shortcuts",
    keys: "?",
    icon: <Keyboard aria-hidden size={16} />,
    onSelect: () => showOverlay("shortcuts"),
  };
  return [...pages, shortcuts];
}

type Loaded = { items?: readonly PaletteItem[]; isLoading: boolean; isFailed: boolean };

function useLoaded(loadItems: CommandPaletteProps["loadItems"]): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ isLoading: Boolean(loadItems), isFailed: false });
  useEffect(() => {
    let isCurrent = true;
    loadItems?.().then(
      (items) => isCurrent && setLoaded({ items, isLoading: false, isFailed: false }),
      () => isCurrent && setLoaded({ isLoading: false, isFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [loadItems]);
  return loaded;
}
