export type Contact = {
  email?: string;
  phone?: string;
} & (
  | {
      email: string;
    }
  | {
      phone: string;
    }
);
