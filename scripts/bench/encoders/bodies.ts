/** The values that are written: bodies of the same shape, of which no two are the same. */

export interface ContactBody {
  email: string;
  first_name: string;
  last_name: string;
  company?: string;
  phone?: string;
  street?: string;
  postal_code?: string;
  city?: string;
  country?: string;
  website?: string;
  birthday?: string;
  joined_at?: string;
  employees?: number;
  discount?: number;
  newsletter?: boolean;
}

export interface PaymentBody {
  amount: number;
  currency: string;
  confirm?: boolean;
  description?: string;
  receipt_email?: string;
  capture_method?: "automatic" | "manual";
  shipping?: {
    name: string;
    phone?: string;
    carrier?: string;
    address?: { line1?: string; line2?: string; city?: string; postal_code?: string; country?: string };
  };
  metadata?: Record<string, string>;
  items?: { quantity: number; price_data?: { unit_amount?: number; product_data?: { name: string } } }[];
}

const count = 48;

const firstNames = ["Ada", "Zoë", "Grace", "Søren", "Linus", "José", "Barbara", "Jean-Luc"];
const lastNames = ["Lovelace", "van der Meer", "Hopper", "Kierkegård", "O'Brien", "Muñoz", "Liskov"];
const cities = ["London", "New York", "Zürich", "Paris", "São Paulo"];
const products = ["T-shirt (blue, L)", "Coffee beans 250 g", "Crème brûlée set", "Notebook", "Mug & saucer"];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Text in which nothing has to be escaped, numbers included. */
export function plainContacts(): readonly ContactBody[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `ada.lovelace.${index}`,
    first_name: `Ada${index}`,
    last_name: `Lovelace-${index * 7}`,
    company: `Analytical_Engines_${index}`,
    phone: `0044207946${1000 + index}`,
    street: `BakerStreet${221 + index}`,
    postal_code: `NW1${index}XE`,
    city: `London${index}`,
    country: "GB",
    website: `www${index}.example.com`,
    birthday: `18${10 + index}-12-10`,
    joined_at: `20260101T0${index % 10}0000Z`,
    employees: 100 + index * 31,
    discount: index / 8,
    newsletter: index % 2 === 0,
  }));
}

/** The same fields with what people write. */
export function realisticContacts(): readonly ContactBody[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `ada.${index}@example.com`,
    first_name: pick(firstNames, index),
    last_name: pick(lastNames, index),
    company: `${pick(lastNames, index + 3)} & Co.`,
    phone: `+44 20 7946 ${1000 + index}`,
    street: `${index} Baker Street`,
    postal_code: `NW${index} 6XE`,
    city: pick(cities, index),
    country: "GB",
    website: `https://example.com/people/${index}?ref=form`,
    birthday: `19${50 + index}-0${1 + (index % 9)}-${two(1 + (index % 28))}`,
    joined_at: `2026-01-${two(1 + (index % 28))}T09:${two(index)}:00Z`,
    employees: 100 + index * 31,
    discount: index / 8,
    newsletter: index % 2 === 0,
  }));
}

/** 26 leaves: six beside three nested properties, of which one is a map and one a list of three. */
export function payments(): readonly PaymentBody[] {
  return Array.from({ length: count }, (_, index) => ({
    amount: 1000 + index * 17,
    currency: "eur",
    confirm: index % 2 === 0,
    description: `Order ${index} of ${pick(firstNames, index)}`,
    receipt_email: `ada.${index}@example.com`,
    capture_method: index % 3 === 0 ? "manual" : "automatic",
    shipping: {
      name: `${pick(firstNames, index)} ${pick(lastNames, index)}`,
      phone: `+44207946${1000 + index}`,
      carrier: "DHL",
      address: {
        line1: `${index} Baker Street`,
        line2: `Flat ${index + 1}`,
        city: pick(cities, index),
        postal_code: `NW${index} 6XE`,
        country: "GB",
      },
    },
    metadata: { order_id: `ord_${index * 7919}`, channel: "web", campaign: `spring sale ${index}` },
    items: [0, 1, 2].map((item) => ({
      quantity: 1 + item + (index % 4),
      price_data: { unit_amount: 500 + index * 10 + item, product_data: { name: pick(products, index + item) } },
    })),
  }));
}
