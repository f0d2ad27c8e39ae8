import { useMutation } from "@tanstack/react-query";
import type { BeginSignIn } from "../contracts/oauth.ts";
import { post } from "./api.ts";

/** Leaves for the provider's page; there is no way on from here but its answer. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: async (wish: BeginSignIn) => {
      const { url } = await post("/api/oauth/sign-ins", wish, "begunSignIn");
      window.location.assign(url);
    },
  });
}
