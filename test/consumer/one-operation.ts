// The smallest application: one operation and the client.
import { createClient } from "zoom-account";
import { accountCreate } from "zoom-account/operations";

const client = createClient({ auth: { api_key: "key", api_secret: "secret" } });
const body = { email: "ada@example.com", first_name: "Ada", last_name: "Lovelace", password: "…" };
void accountCreate(client, { body });
