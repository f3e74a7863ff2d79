# Sample data; every name says that it is one.
demo-province = Sample Province
demo-commune = Sample Commune
demo-village = Village { $number }
demo-village-old = Old Village { $number }
demo-official = Sample Official
demo-head = Sample Head { $number ->
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
   *[6] Six
 }
demo-household = Sample Household { $village ->
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
   *[6] Six
 } { $letter }
demo-session-title = Dialogue on poverty policy (sample)
demo-session-venue = commune hall
demo-session-bring = your identity card and papers on what you want to ask
