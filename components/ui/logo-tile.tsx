import { cn } from "./cn";

const sizes = {
  24: { tile: "size-6 rounded-md", logo: "size-4" },
  32: { tile: "size-8 rounded-md", logo: "size-5" },
  40: { tile: "size-10 rounded-lg", logo: "size-6" },
  56: { tile: "size-14 rounded-xl", logo: "size-8" },
};

type LogoTileProps = {
  size?: keyof typeof sizes;
  className?: string;
} & (
  | { /** Two addresses, equal where one drawing serves both. */ logo: { light: string; dark: string }; slug?: undefined }
  | { /** /connectors/<slug>.svg, light and dark: only where `logo` is not at hand. */ slug: string; logo?: undefined }
);

/** A logo at one optical size on a neutral tile. Decorative: the name stands beside it. */
export function LogoTile({ logo, slug, size = 40, className }: LogoTileProps) {
  const { tile, logo: inner } = sizes[size];
  const { light, dark } = logo ?? { light: `/connectors/${slug}.svg`, dark: `/connectors/${slug}.svg` };
  const shared = { width: size, height: size, loading: "lazy", decoding: "async" } as const;
  return (
    <span
      className={cn(
        "grid shrink-0 select-none place-items-center border bg-surface-raised dark:bg-surface-overlay",
        tile,
        className,
      )}
    >
      {/* A hidden lazy image is never fetched, so two drawings cost one request. */}
      <img
        {...shared}
        alt=""
        className={cn("object-contain", inner, light === dark ? "" : "dark:hidden")}
        src={light}
      />
      {light === dark ? null : (
        <img
          {...shared}
          alt=""
          className={cn("hidden object-contain dark:block", inner)}
          src={dark}
        />
      )}
    </span>
  );
}
