import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';

type AnchorAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

const LinkedButton = forwardRef<HTMLAnchorElement, ButtonProps & AnchorAttributes>((props, ref) => (
  <Button component="a" ref={ref} {...props} />
));

const LinkedAnchor = forwardRef<
  HTMLAnchorElement,
  AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>
>((props, ref) => <Anchor ref={ref} {...props} />);

const RoutedButton = createLink(LinkedButton);
const RoutedAnchor = createLink(LinkedAnchor);

/** Links that the router checks: a path that no route has does not compile. */
export const ButtonLink: LinkComponent<typeof LinkedButton> = (props) => (
  <RoutedButton preload="intent" {...props} />
);

export const TextLink: LinkComponent<typeof LinkedAnchor> = (props) => (
  <RoutedAnchor preload="intent" {...props} />
);
