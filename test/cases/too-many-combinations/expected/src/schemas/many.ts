export type Many = (
  | {
      a0: string;
    }
  | {
      b0: string;
    }
  | {
      c0: string;
    }
  | {
      d0: string;
    }
  | {
      e0: string;
    }
  | {
      f0: string;
    }
  | {
      g0: string;
    }
  | {
      h0: string;
    }
  | {
      i0: string;
    }
  | {
      j0: string;
    }
) &
  (
    | {
        a1: string;
      }
    | {
        b1: string;
      }
    | {
        c1: string;
      }
    | {
        d1: string;
      }
    | {
        e1: string;
      }
    | {
        f1: string;
      }
    | {
        g1: string;
      }
    | {
        h1: string;
      }
    | {
        i1: string;
      }
    | {
        j1: string;
      }
  ) &
  (
    | {
        a2: string;
      }
    | {
        b2: string;
      }
    | {
        c2: string;
      }
    | {
        d2: string;
      }
    | {
        e2: string;
      }
    | {
        f2: string;
      }
    | {
        g2: string;
      }
    | {
        h2: string;
      }
    | {
        i2: string;
      }
    | {
        j2: string;
      }
  ) &
  (
    | {
        a3: string;
      }
    | {
        b3: string;
      }
    | {
        c3: string;
      }
    | {
        d3: string;
      }
    | {
        e3: string;
      }
    | {
        f3: string;
      }
    | {
        g3: string;
      }
    | {
        h3: string;
      }
    | {
        i3: string;
      }
    | {
        j3: string;
      }
  );
