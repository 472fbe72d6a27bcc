import { redirect } from "next/navigation";

/** The dashboard is the front door; whoever is signed out is sent on to sign in. */
export default function HomePage(): never {
  redirect("/answers");
}
