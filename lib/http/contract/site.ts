import { z } from "zod";
import { operation } from "./operation.ts";

export const getHealth = operation({
  id: "getHealth",
  method: "GET",
  path: "/healthz",
  summary: "Check that the store reads and writes",
  access: "public",
  response: z.strictObject({ status: z.literal("ok") }),
  status: 200,
});
export const getLife = operation({
  id: "getLife",
  method: "GET",
  path: "/livez",
  summary: "Check that the process answers, whatever the state of its store",
  access: "public",
  response: z.strictObject({ status: z.literal("ok") }),
  status: 200,
});
export const getMetrics = operation({
  id: "getMetrics",
  method: "GET",
  path: "/metrics",
  summary:
    "Get the process's metrics in Prometheus' text format; with the server's own token, if one is set",
  access: "operator",
  response: z.string(),
  response_types: ["text/plain"],
  status: 200,
});
export const getOpenApi = operation({
  id: "getOpenApi",
  method: "GET",
  path: "/openapi.json",
  summary: "This document",
  access: "public",
  response: z.record(z.string(), z.unknown()),
  status: 200,
});
export const receiveMailEvent = operation({
  id: "receiveMailEvent",
  method: "POST",
  path: "/hooks/mail",
  summary:
    "Receive bounces and complaints from the mail provider, signed as Resend signs, or with Postmark's password",
  access: "platform",
  body_type: "application/json",
  response: z.unknown(),
  status: 200,
});
