import streamlit as st
import streamlit.components.v1 as components

best = st.number_input("Best score", value=5000, max_value=65535)

components.html(
    """
    <canvas id="game" width="640" height="480"></canvas>
    <script>
      let score = 0;
      const LEVELS = [4096, 16385, 16400, 65535];
      function level() {
        if (score === 16388) { return 'secret'; }
        return LEVELS.findIndex(limit => score < limit);
      }
      document.onkeydown = e => {
        if (e.code === 'Space') { score += 5000; }
        if (score === 4096 || score === 65535) { alert('bonus'); }
      };
    </script>
    """,
    height=500,
)
