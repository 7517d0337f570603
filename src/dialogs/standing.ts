// What a client of the desk is besides: somebody who sells, or a specialist who works in groups.

/** `name`: of the company, or as the partner presents themselves. */
export interface Standing {
  readonly is: 'exporter' | 'partner';
  readonly name: string;
}
