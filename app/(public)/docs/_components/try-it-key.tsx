"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const KeyContext = createContext<{ readonly key: string; setKey(key: string): void }>({ key: "", setKey: () => {} });

/** The key that the reader pasted, for all forms of the page. It is kept nowhere: a reload forgets it. */
export function TryItKeyProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [key, setKey] = useState("");
  return <KeyContext value={{ key, setKey }}>{children}</KeyContext>;
}

export function useTryItKey() {
  return useContext(KeyContext);
}
