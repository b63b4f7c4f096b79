#pragma once

#include "support/plan_text.h"

namespace trackloom::testing {

/// An invented plan to be looked at as of 2013-12-01, about which every rule has something to say.
inline Plan planForEveryRule() {
  return planAsRead(R"(
    <track id="t1" name="Official" level="1"/>
    <track id="t2" name="Civil" level="2"/>
    <track id="t3" name="Village" level="3"/>
    <track id="t4" name="Markets" level="3"/>
    <strand id="pol" title="Politics" type="political"/>
    <strand id="sec" title="Security" type="security"/>
    <issue id="i1" title="Who chairs"/>
    <actor id="p" name="League"/>
    <actor id="q" name="Union"/>
    <actor id="lonely" name="Office"/>
    <group id="women" name="Women"/>
    <group id="youth" name="Youth"/>
    <body id="b1" title="Plenary" tracks="t1" count="100"/>
    <quota id="k1" group="women" body="b1" share="30" agreed-by="p"/>
    <quota id="k2" group="youth" body="b1" share="20"/>
    <seat id="s1" body="b1" group="women" count="12"/>
    <seat id="s2" body="b1" group="youth"/>
    <activity id="a1" title="Round one" tracks="t1" strand="pol" body="b1" lead="q" issues="i1" start="2013-09-01" finish="2013-09-20"/>
    <activity id="a2" title="Choose a chair" tracks="t1" issues="i1" planned-start="2013-10-25" planned-finish="2013-11-01" duration="6"/>
    <activity id="a3" title="Vote" tracks="t1" planned-start="2013-10-26"/>
    <activity id="a4" title="Round two" tracks="t1" lead="ghost" planned-start="2014-01-10" planned-finish="2014-01-05"/>
    <activity id="c1" title="Workshop" tracks="t2" issues="i1" start="2013-10-01" planned-finish="2014-03-01" outputs="ideas"/>
    <activity id="c2" title="Caucus" tracks="t2" start="2013-11-01" status="ongoing"/>
    <activity id="d1" title="Forum" tracks="t3" start="2013-10-01" finish="2013-10-03" outputs="ten proposals"/>
    <activity id="d2" title="Second forum" tracks="t3" planned-start="2013-12-10" duration="3"/>
    <activity id="m1" title="Market day" tracks="t4" start="2013-10-01" finish="2013-10-02" outputs="a list of wishes"/>
    <activity id="m2" title="Next market day" tracks="t4" planned-start="2013-12-20"/>
    <activity id="l1" title="Egg" planned-start="2014-02-01"/>
    <activity id="l2" title="Hen"/>
    <activity id="cf" title="Truce" type="ceasefire" strand="sec" start="2013-11-20"/>
    <dependency id="y1" from="a2" to="a3" lag="2"/>
    <dependency id="y2" from="l1" to="l2"/>
    <dependency id="y3" from="l2" to="l1"/>
    <transfer id="x1" from="c1" to="a4" content="ideas" carrier="p"/>
    <transfer id="x2" from="d1" to="c1" content="pressure" carrier="q" delivered="2013-10-10"/>
    <participation id="w1" who="p" in="d2" status="invited"/>
    <participation id="w2" who="q" in="m1" status="declined"/>
    <event id="e1" title="Talks break off" date="2013-11-04" about="t1 a2 i1" status="suspended" reason="agreement on a chair"/>
    <event id="e2" title="Opening" date="2013-09-01" about="a1"/>
    <deadline id="n1" title="Vote by the new year" of="a3" anchor="e2" offset="120"/>
    <agreement id="g1" title="Accord" stage="Pre" date="2013-08-01" signatories="p q"/>
    <commitment id="z1" title="Release prisoners" agreement="g1" score="1"/>
    <separation id="v1" between="t1 t4" reason="trust"/>
    <issue id="Mi1" title="Wells" dimensions="food health"/>
    <issue id="Mi2" title="Roads" dimensions="economic personal"/>
    <issue id="Mi3" title="Circle" parent="Mi4"/>
    <issue id="Mi4" title="Round" parent="Mi3"/>
    <objective id="Mo1" title="Peace" level="ambition"/>
    <objective id="Mo2" title="Trust" level="outcome" parent="Mo1"/>
    <objective id="Mo3" title="Law" level="outcome"/>
    <activity id="Ma1" title="Reading circle" issues="Mi1" objectives="Mo2" dimensions="food" rpp-cell="more-people-individual" planned-start="2014-03-01" duration="2" day-count="working-days"/>
    <activity id="Ma2" title="Second circle" objectives="Mo2" rpp-cell="more-people-individual" planned-start="2014-03" planned-finish="2014-03-20"/>
    <activity id="Ma3" title="Third circle" objectives="Mo2" rpp-cell="key-people-individual" planned-start="2014-03-01" format="by pigeon"/>
    <pause id="Mp1" title="Election" from="2014-02-01"/>
    <agreement id="Mg1" title="Framework" stage="SubPar" date="2013-09-01"/>
    <commitment id="Mc1" title="Hand in arms" agreement="Mg1" responsible="p" theme="disarmament" due="2013-10-01" score="0" updated="2013-11-01"/>
    <commitment id="Mc2" title="Open the road" agreement="Mg1" responsible="q" theme="development" due="2013-10-01" score="3"/>
    <event id="Me1" title="First arms" date="2013-09-20" about="Mc1" status="2"/>
    <threshold id="h1" rule="GAP-NO-LINK" name="days" number="100"/>
    <actor id="N1" name="Front" layer="primary" type="armed-organisation"/>
    <actor id="N2" name="Council of states" layer="third-party" type="intergovernmental"/>
    <actor id="N3" name="Widows" type="civil-society"/>
    <actor id="N4" name="Crown" type="state" layer="secondary"/>
    <group id="N5" name="Displaced"/>
    <group id="N6" name="Herders"/>
    <body id="N7" title="Drafting group" type="working-group" parent="b2" count="10"/>
    <body id="b2" title="Assembly" type="plenary" tracks="t1" count="100" chair="N2" selection="appointment" decision-rule="convener-decides"/>
    <body id="N8" title="Go-betweens" type="mediation-team"/>
    <body id="N9" title="Council for peace" type="peace-council"/>
    <quota id="N10" group="youth" body="b2" share="20"/>
    <seat id="N11" body="b2" group="youth" count="30"/>
    <seat id="N12" body="b2" count="100"/>
    <seat id="N13" body="N7" group="youth" count="1"/>
    <seat id="N14" body="N7" count="10"/>
    <participation id="N15" who="N1" in="N16" status="accepted"/>
    <activity id="N16" title="Round three" tracks="t1" planned-start="2013-12-15" duration="2"/>
    <participation id="N17" who="N1" in="b1" status="withdrew" reason="the list of members"/>
    <participation id="N18" who="N3" in="N19" status="attended" modality="observer-status"/>
    <activity id="N19" title="Hearing" tracks="t1" start="2013-10-01" finish="2013-10-01"/>
    <participation id="N20" who="N6" in="N21" status="accepted" modality="observer-status"/>
    <participation id="N22" who="women" in="N21" status="accepted" modality="observer-status"/>
    <activity id="N21" title="Road works" type="implementation-step" planned-start="2014-09-01"/>
    <proposal id="N23" title="A market court" origin="N3" date="2013-08-01" tabled-in="N19"/>
    <proposal id="N24" title="A radio hour" origin="N3" date="2013-08-01" tabled-in="N19" answer="accepted"/>
    <viewpoint id="N25" title="Our map"/>
    <assessment id="N26" actor="N1"><position>Their own list.</position></assessment>
    <actor id="S1" name="Neighbour" type="state" layer="secondary"/>
    <actor id="S2" name="Adviser" expertise="elections"/>
    <agreement id="S3" title="Stop of fire" stage="Cea" ceasefire-type="local" date="2013-11-25" until="2013-12-20" provisions="timing"/>
    <activity id="S4" title="Hill pact" type="ceasefire" ceasefire-type="local" start="2013-10-01" finish="2013-10-01"/>
    <body id="S5" title="Watchers" functions="verification" planned-start="2014-01-01" planned-finish="2014-03-31" budget="9000 EUR"/>
    <fund id="S6" title="Grant" amount="3000 EUR" status="committed" from="2013-08-01" until="2013-12-20" covers="S7"/>
    <activity id="S7" title="Radio" tracks="t3" planned-start="2013-12-05" planned-finish="2014-02-28" budget="9000 EUR" status="confirmed" expertise-needed="elections"/>
    <assignment id="S8" expert="S2" activity="S7" expertise="process-design"/>
    <assignment id="S9" expert="S2" activity="S10" from="2013-12-06" until="2014-01-06"/>
    <activity id="S10" title="Hall" planned-start="2013-12-06" planned-finish="2014-01-06"/>
    <follow-up id="S11" title="Write to the League" due="2013-11-01"/>
    <risk id="S12" title="Venue lost" impact="4"/>
    <indicator id="S13" title="Bread price" threshold="5"/>
    <indicator id="S14" title="Raids" threshold="9" response="S10"/>
    <reading id="S15" of="S14" date="2013-01-01" value="1"/>
    <deadline id="S16" title="Hall by mid December" of="S10" date="2013-12-15"/>
    <deadline id="S17" title="Egg by autumn" of="l1" date="2013-10-01"/>
    <actor id="L1" name="Guide" type="person"/>
    <actor id="L2" name="Elder" layer="secondary"/>
    <actor id="L3" name="Second envoy" type="ngo" layer="third-party"/>
    <assessment id="L4" actor="L2" influence="5"/>
    <activity id="L5" title="North meeting" tracks="t3" venue="North" lead="L1" issues="i1" planned-start="2013-12-10" duration="4"/>
    <activity id="L6" title="South meeting" tracks="t4" venue="South" lead="L1" issues="i1" planned-start="2013-12-12" duration="4"/>
    <activity id="L7" title="Good offices" tracks="t2" lead="N2" issues="L8" planned-start="2013-12-10" duration="9"/>
    <activity id="L9" title="Other good offices" tracks="t2" lead="L3" issues="L8" planned-start="2013-12-12" duration="9"/>
    <issue id="L8" title="Water"/>
    <transfer id="L10" from="d1" to="d2" delivered="2013-10-10"/>
    <transfer id="L11" from="b1" to="L5" planned="2014-02-01"/>
    <transfer id="L12" from="d1" to="a3"/>
    <actor id="L13" name="Delegate of the herders" groups="N6"/>
    <participation id="L14" who="L13" in="a1" role="delegate" status="attended"/>
    <body id="L15" title="Great assembly" type="plenary" tracks="t1" issues="L8"/>
    <agreement id="L16" title="Decree on water" stage="Imp" date="2013-11-01" activity="L17" issues="L8"/>
    <activity id="L18" title="Street survey" tracks="t3" start="2013-10-05" finish="2013-10-06" outputs="a report"/>
    <activity id="L17" title="Cabinet session" start="2013-11-01" finish="2013-11-01"/>
  )");
}

/// A dialogue in which what rules look for is missing, convened from outside; as of the same day.
inline Plan planOfGaps() {
  const Plan plan = planAsRead(R"(
    <track id="t1" name="Official" level="1"/>
    <actor id="league" name="League of states" type="intergovernmental" layer="third-party"/>
    <body id="plenary" title="Plenary" type="plenary" tracks="t1" chair="league" selection="appointment" deadlock-ladder="convener"/>
    <activity id="ceasefire" title="Ceasefire" type="ceasefire" planned-start="2013-12-05" provisions="timing"/>
    <track id="t2" name="Civil" level="2"/>
    <actor id="guide" name="Guide"/>
    <activity id="up" title="Briefing" tracks="t1" planned-start="2014-01-20"/>
    <activity id="down" title="Workshop" tracks="t2" planned-start="2014-01-05" lead="guide"/>
    <transfer id="u1" from="down" to="up"/>
    <transfer id="u2" from="down" to="up"/>
    <separation id="apart" between="session down"/>
    <participation id="both" who="guide" in="session"/>
    <activity id="session" title="Session" type="dialogue-plenary" tracks="t1" body="plenary" planned-start="2014-01-10"/>
  )");
  Element root = plan.root();
  root.set(key::conveners, Refs{"league"_id});
  return plan.with(root);
}

/// A plan in which much is not recorded; as of the same day.
inline Plan planOfUnknowns() {
  return planAsRead(R"(
    <track id="t1" name="Official" level="1"/>
    <track id="t2" name="Unplaced"/>
    <track id="t3" name="Village" level="3"/>
    <issue id="i" title="Regions" dimensions="food health"/>
    <group id="g" name="Women"/>
    <group id="h" name="Herders"/>
    <actor id="p" name="Front" layer="primary"/>
    <actor id="q" name="Speaker" groups="h"/>
    <actor id="r" name="Adviser" type="person"/>
    <actor id="c" name="Courier"/>
    <actor id="f" name="Company" type="armed-organisation" layer="secondary"/>
    <body id="b" title="Plenary" type="plenary" tracks="t1" count="100" issues="i"/>
    <body id="w" title="Drafting group" parent="b"/>
    <body id="m" title="Monitors" type="monitoring-mechanism"/>
    <body id="s" title="Go-betweens" type="mediation-team"/>
    <quota id="k1" group="g" body="b" share="30"/>
    <seat id="k2" body="b" group="g" count="30"/>
    <seat id="k3" body="w" group="g"/>
    <seat id="k4" body="b" group="h"/>
    <quota id="k5" group="h" body="b" share="5"/>
    <activity id="a" title="Round" tracks="t1" planned-start="2013-12-20" issues="i"/>
    <activity id="a1" title="Second round" tracks="t1" status="odd" planned-start="2013-06-01" planned-finish="2013-06-02"/>
    <activity id="a2" title="Undated" tracks="t3"/>
    <activity id="a3" title="Undated too" tracks="t3"/>
    <activity id="a4" title="Third round" tracks="t1" planned-start="2013-12-10" planned-finish="2013-12-12"/>
    <activity id="a5" title="Forum" tracks="t2" outputs="ideas"/>
    <activity id="a6" title="After" planned-start="2013-12"/>
    <activity id="a7" title="Before" planned-start="2013-12-05" planned-finish="2013-12-20"/>
    <dependency id="d1" from="a7" to="a6"/>
    <activity id="a8" title="Reading" objectives="o" rpp-cell="more-people-individual"/>
    <activity id="a9" title="Circle" objectives="o" rpp-cell="key-people-individual"/>
    <activity id="a10" title="Walk" objectives="o" rpp-cell="more-people-socio-political"/>
    <activity id="a11" title="Visit" objectives="9" budget="9 EUR"/>
    <dependency id="d2" from="a8" to="a11"/>
    <dependency id="d3" from="a9" to="a11"/>
    <objective id="o" title="Trust" level="outcome"/>
    <objective id="o1" title="Hope"/>
    <participation id="x1" who="p" in="a"/>
    <participation id="x2" who="q" in="b" role="delegate"/>
    <participation id="x3" who="p" in="b" status="withdrew"/>
    <participation id="x4" who="g" in="a8" modality="consultation"/>
    <participation id="x5" who="g" in="a9"/>
    <transfer id="y1" from="a8" to="a" status="delivered"/>
    <transfer id="y2" from="a9" to="a10" carrier="c"/>
    <transfer id="y3" from="a2" to="a" carrier="c"/>
    <transfer id="y4" from="a2" to="a"/>
    <transfer id="y5" from="a" to="a11" planned="2014-12-01"/>
    <proposal id="z" title="Court" origin="g" tabled-in="b"/>
    <agreement id="v1" title="Decree" date="2013-11-02" issues="i"/>
    <agreement id="v2" title="Stop" stage="Cea" date="2013-11-02" ceasefire-type="local"/>
    <commitment id="u1" title="Release" agreement="v1" responsible="p" due="soon" verifier="p"/>
    <commitment id="u2" title="Hand in" agreement="v1" due="2013-11-01" score="odd"/>
    <event id="e1" title="First" date="2013-11-03" about="u3" status="2"/>
    <event id="e2" title="Then" date="2013-11-05" about="u3" status="strange"/>
    <commitment id="u3" title="Road" agreement="v1"/>
    <deadline id="n1" title="By then" of="v1" date="2013-11-20"/>
    <deadline id="n2" title="In time" of="a" anchor="v9" offset="9"/>
    <follow-up id="n3" title="Write"/>
    <risk id="n4" title="Venue lost"/>
    <indicator id="n5" title="Raids"/>
    <dependency id="n6" from="a1"/>
  )");
}

/// Plans to be looked at as of 2013-12-01: about one of them or another every rule has something to say.
inline std::vector<Plan> plansForEveryRule() { return {planForEveryRule(), planOfGaps(), planOfUnknowns()}; }

}  // namespace trackloom::testing
