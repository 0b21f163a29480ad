"""What a statement measures, and how much.

`component` registers the spaCy component `okr_quantities`. `numbers` finds numbers in the text,
`names` tells those that are names, `amounts` gives the rest unit and measure (`worded`: multiples,
parts, ordinals), `joins` puts pairs together, `placeholders` and `sets` find what stands without a
number. `baselines` and `earlier` say which amount is where the measure stands now, `comparisons`
how it must stand to the target, `degrees` whether several targets are named.
"""
